import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { drawnFaces, faceOf } from '../../model/faces.ts';
import type { FeelingLevel } from '../../model/feelingWord.ts';
import { FaceShape } from '../../ui/FaceShape.tsx';
import '../../ui/markMenu.css';

interface FaceMenuProps {
  readonly label: string;
  readonly level: FeelingLevel;
  /** The sign of the face that was chosen; empty for the usual one. */
  readonly own: string;
  readonly onChange: (sign: string) => void;
}

/** The face of a level of feeling, and a menu of those it could have; the first is the usual one. */
export function FaceMenu({ label, level, own, onChange }: FaceMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={236}>
      <Menu.Target>
        <button type="button" className="entry-mark scale-face" aria-label={label} title={label}>
          <FaceIcon level={level} own={own} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="mark-choices">
          {['', ...drawnFaces].map((sign) => {
            const name = t(`face.${sign || 'usual'}`);
            return (
              <Menu.Item
                key={sign}
                className="mark-choice"
                aria-label={name}
                title={name}
                data-chosen={sign === own || undefined}
                onClick={() => onChange(sign)}
              >
                <FaceIcon level={level} own={sign} />
              </Menu.Item>
            );
          })}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

function FaceIcon({ level, own }: { level: FeelingLevel; own: string }) {
  return (
    <svg width={18} height={18} viewBox="0 0 16 16" aria-hidden="true">
      <FaceShape {...faceOf(level, own)} />
    </svg>
  );
}
