import { useMemo, useRef, useState } from 'react';
import { createDeviceMemory } from '../deviceMemory.ts';

export interface Pasted {
  readonly text: string;
  readonly set: (text: string) => void;
  /** The text as a file of that name. */
  readonly asFile: (name: string) => File;
  /** What a file held is on a map: if it is the one that was pasted, it is kept no longer. */
  readonly taken: (file: File) => void;
}

/** A pasted table, kept by map (null: in the gallery) for as long as the window lives, until it is on a map: closing the dialog loses nothing. */
export function usePasted(mapId: string | null): Pasted {
  const memory = useMemo(() => createDeviceMemory(() => window.sessionStorage, 'desirepath:pastedTable:'), []);
  const key = mapId ?? 'gallery';
  const [text, setText] = useState(() => memory.get(key) ?? '');
  const made = useRef<File | null>(null);
  const set = (next: string) => {
    setText(next);
    memory.set(key, next === '' ? null : next);
  };
  return {
    text,
    set,
    asFile(name) {
      made.current = new File([text], name);
      return made.current;
    },
    taken(file) {
      if (file === made.current) set('');
    },
  };
}
