import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { MapTables } from '../../model/tables.ts';
import { Imports } from './Imports.tsx';
import { Profiles } from './Profiles.tsx';
import type { Said } from './said.ts';

/** What of files is on the map: their figures, and how the next ones are read. */
export function OnMap({ editor, map }: { editor: Editor; map: MapTables }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Said | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // The keyboard would be nowhere.
  useEffect(() => {
    if (said?.isGone) undo.current?.focus();
  }, [said]);
  return (
    <div className="data-on-map">
      <div ref={place} className="data-said" role="status" tabIndex={-1}>
        {said !== null && (
          <p>
            {said.text}{' '}
            <Button
              ref={undo}
              size="compact-xs"
              variant="default"
              onClick={() => {
                editor.undo();
                setSaid(null);
                place.current?.focus();
              }}
            >
              {t('action.undo')}
            </Button>
          </p>
        )}
      </div>
      <Imports editor={editor} map={map} onSaid={setSaid} />
      <Profiles editor={editor} map={map} onSaid={setSaid} />
    </div>
  );
}
