import { Modal, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownTo } from '../../analysis/shownTo.ts';
import { goToRecords } from '../../editor/session.ts';
import { useEditor, useEditorState, useSession } from '../../editor/useEditor.ts';
import { type Lens, lenses } from '../../model/lens.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { HandoffTable } from './HandoffTable.tsx';
import './tables.css';
import '../../ui/choices.css';

/** The tables of a map over the whole screen: who hands to whom, and where the journey takes place. */
export function TablesDialog({ start, onClose }: { start: 'handoffs' | 'coverage'; onClose: () => void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const documents = useEditorState((state) => state.documents);
  const personaIds = useSession((session) => session.personaFilter);
  const docs = useMemo(() => shownTo(documents, personaIds), [documents, personaIds]);
  const [tab, setTab] = useState(start);
  const [lens, setLens] = useState<Lens>(editor.session.getState().lens);
  const names = personaIds.flatMap((id) => documents.library.personas[id]?.name ?? []);
  const onGoTo = (ids: readonly string[]) => {
    onClose();
    goToRecords(editor.session, ids);
  };
  const Table = tab === 'handoffs' ? HandoffTable : CoverageTable;
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t(`tables.tabs.${tab}`)}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div className="tables-tools">
        <SegmentedControl
          size="xs"
          aria-label={t('tables.which')}
          value={tab}
          onChange={(value) => setTab(value as 'handoffs' | 'coverage')}
          data={(['handoffs', 'coverage'] as const).map((value) => ({ value, label: t(`tables.tabs.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('tables.by')}
          value={lens}
          onChange={(value) => setLens(value as Lens)}
          data={lenses.map((value) => ({ value, label: t(`lens.${value}`) }))}
        />
        {names.length > 0 && <span className="hint">{t('tables.onlyFor', { names: names.join(', ') })}</span>}
      </div>
      <Table key={`${tab} ${lens}`} docs={docs} lens={lens} onGoTo={onGoTo} />
    </Modal>
  );
}
