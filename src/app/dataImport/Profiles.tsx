import { Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import type { MapTables } from '../../model/tables.ts';
import { LONGEST_NAME, nameProblem } from './profileName.ts';
import type { Said } from './said.ts';

/** The profiles by which files are read and matched, the newest first: each can be renamed and deleted. */
export function Profiles({ editor, map, onSaid }: { editor: Editor; map: MapTables; onSaid: (said: Said) => void }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const all = inOrder(Object.values(map.matchProfiles)).reverse();
  return (
    <section className="data-card data-imports">
      <h3>{t('data.profiles.title')}</h3>
      <p className="hint">{t(all.length === 0 ? 'data.profiles.none' : 'data.profiles.what')}</p>
      <ul>
        {all.map((profile) => (
          <li key={profile.id}>
            <div>
              <ProfileName
                profile={profile}
                others={all.filter(({ id }) => id !== profile.id)}
                onName={(name) => {
                  editor.run('renameMatchProfile', { id: profile.id, name });
                  onSaid({ text: t('data.profiles.renamed', { before: profile.name, name }), isGone: false });
                }}
              />
              <span>
                {t(`data.kinds.${profile.kind}`)} ·{' '}
                {t('data.profiles.rules', { count: profile.rules.length, all: number.format(profile.rules.length) })}
              </span>
            </div>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconTrash size={13} />}
              aria-label={t('data.profiles.deleteOf', { name: profile.name })}
              onClick={() => {
                editor.run('removeItems', { ids: [profile.id] });
                onSaid({ text: t('data.profiles.deleted', { name: profile.name }), isGone: true });
              }}
            >
              {t('data.profiles.delete')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name of a profile, to be typed over: Enter or leaving the field takes it, Escape leaves it as it was. */
function ProfileName({
  profile,
  others,
  onName,
}: {
  profile: MatchProfile;
  others: readonly MatchProfile[];
  onName: (name: string) => void;
}) {
  const { t } = useTranslation();
  /** What is typed and not taken yet; null where nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed?.trim() ?? profile.name;
  const problem = typed === null ? null : nameProblem(wanted, others);
  const take = () => {
    if (typed === null || problem !== null) return;
    setTyped(null);
    if (wanted !== profile.name) onName(wanted);
  };
  return (
    <TextInput
      size="xs"
      className="data-profile-name"
      aria-label={t('data.profiles.nameOf', { name: profile.name })}
      value={typed ?? profile.name}
      maxLength={LONGEST_NAME}
      error={problem !== null && t(`data.profiles.problems.${problem}`, { name: wanted, kept: profile.name })}
      errorProps={{ role: 'alert' }}
      // Escape takes back what was typed before it closes the wizard.
      data-mantine-stop-propagation={typed !== null || undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
