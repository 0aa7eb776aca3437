import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../../editor/useEditor.ts';
import '../../ui/panel.css';
import { runAction, useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';
import { loadEvidenceTexts } from '../evidence/evidenceTexts.ts';
import { loadGapListTexts } from '../gapList/gapListTexts.ts';
import { loadKpiTexts } from '../kpis/kpiTexts.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { loadPersonaTexts } from '../personas/personaTexts.ts';
import { loadGapTexts } from '../review/gapTexts.ts';
import { loadOverviewTexts } from '../tables/overviewTexts.ts';
import { loadPanelTexts } from './panelTexts.ts';

const Inspector = lazy(async () => {
  const texts = Promise.all([loadPanelTexts(), loadGapTexts(), loadEvidenceTexts()]);
  const { Inspector: panel } = await import('../../panels/inspector/Inspector.tsx');
  await texts;
  return { default: panel };
});
const Personas = lazy(async () => {
  const texts = Promise.all([loadPanelTexts(), loadPersonaTexts()]);
  const { Personas: panel } = await import('../../panels/personas/Personas.tsx');
  await texts;
  return { default: panel };
});
const Lanes = lazy(async () => {
  const texts = loadPanelTexts();
  const { Lanes: panel } = await import('../../panels/lanes/Lanes.tsx');
  await texts;
  return { default: panel };
});
const Library = lazy(async () => {
  const texts = loadPanelTexts();
  const { Library: panel } = await import('../../panels/library/Library.tsx');
  await texts;
  return { default: panel };
});
const Catalogue = lazy(async () => {
  const texts = loadPanelTexts();
  const { Catalogue: panel } = await import('../../panels/catalogue/Catalogue.tsx');
  await texts;
  return { default: panel };
});
const Opportunities = lazy(async () => {
  const texts = loadOverviewTexts();
  const { Opportunities: panel } = await import('../../panels/opportunities/Opportunities.tsx');
  await texts;
  return { default: panel };
});
const Department = lazy(async () => {
  const texts = loadOverviewTexts();
  const { Department: panel } = await import('../../panels/department/Department.tsx');
  await texts;
  return { default: panel };
});
const Paths = lazy(async () => {
  const texts = loadOverviewTexts();
  const { Paths: panel } = await import('../../panels/paths/Paths.tsx');
  await texts;
  return { default: panel };
});

const Gaps = lazy(async () => {
  const texts = Promise.all([loadGapTexts(), loadGapListTexts()]);
  const { Gaps: panel } = await import('../../panels/gaps/Gaps.tsx');
  await texts;
  return { default: panel };
});

const Kpis = lazy(async () => {
  const texts = loadKpiTexts();
  const { Kpis: panel } = await import('../../panels/kpis/Kpis.tsx');
  await texts;
  return { default: panel };
});

const EvidencePanel = lazy(async () => {
  const texts = loadEvidenceTexts();
  const { EvidencePanel: panel } = await import('../../panels/evidence/EvidencePanel.tsx');
  await texts;
  return { default: panel };
});

/** The open panel at the right; none until something is chosen. */
export function SidePanel() {
  const { t } = useTranslation();
  const editor = useEditor();
  const context = useActions();
  const panel = useSession((session) => session.panel);
  if (panel === null) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as Element;
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !event.currentTarget.contains(target)) return;
    // A list that is open is closed first.
    if (target.matches('[aria-haspopup][aria-expanded="true"]')) return;
    event.stopPropagation();
    runAction('focusMap', context);
  };
  return (
    <aside className="side-panel" tabIndex={-1} aria-label={t(`panel.${panel}`)} onKeyDown={onKeyDown}>
      <CloseButton
        className="side-close"
        aria-label={t('panel.close')}
        onClick={() => {
          editor.session.setState({ panel: null });
          runAction('focusMap', context);
        }}
      />
      <PartBoundary key={panel}>
        <Suspense fallback={null}>
          {panel === 'inspector' && <Inspector />}
          {panel === 'personas' && <Personas />}
          {panel === 'lanes' && <Lanes />}
          {panel === 'library' && <Library />}
          {panel === 'catalogue' && <Catalogue />}
          {panel === 'gaps' && (
            <Gaps
              reviewKey={keyText('mod+J')}
              onReview={() => runAction('review', context)}
              onSaveCsv={() => runAction('gapsCsv', context)}
            />
          )}
          {panel === 'opportunities' && <Opportunities />}
          {panel === 'department' && <Department />}
          {panel === 'paths' && <Paths />}
          {panel === 'kpis' && <Kpis />}
          {panel === 'evidence' && <EvidencePanel />}
        </Suspense>
      </PartBoundary>
    </aside>
  );
}
