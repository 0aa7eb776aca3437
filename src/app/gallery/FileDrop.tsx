import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Files dropped anywhere on the window are imported; while some are held over it, it says so. */
export function FileDrop({ onto, onFiles }: { onto: 'gallery' | 'map'; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    // The pointer enters what lies inside before it leaves what is around: it is gone when it has left as often.
    let inside = 0;
    const follow = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'dragenter') inside++;
      if (event.type === 'dragleave') inside = Math.max(0, inside - 1);
      if (event.type === 'drop') {
        inside = 0;
        const files = [...event.dataTransfer.files];
        if (files.length > 0) take.current(files);
      }
      setOver(inside > 0);
    };
    const events = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    for (const name of events) window.addEventListener(name, follow);
    return () => {
      for (const name of events) window.removeEventListener(name, follow);
    };
  }, []);
  return (
    <div className="drop-area" data-over={over || undefined} aria-hidden={!over}>
      {t(onto === 'gallery' ? 'gallery.dropHere' : 'dataFile.dropHere')}
    </div>
  );
}
