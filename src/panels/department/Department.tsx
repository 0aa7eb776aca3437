import { Select, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersIndex } from '../../analysis/audience.ts';
import { mendingOf, sumRanges } from '../../analysis/cost.ts';
import { seenBy, seenHandoffs, spotOf } from '../../analysis/counts.ts';
import { departmentView } from '../../analysis/department.ts';
import { rangeText } from '../../analysis/figureText.ts';
import { shownTo } from '../../analysis/shownTo.ts';
import { goToRecords } from '../../editor/session.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useEditor, useEditorState, useSession } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { GapLine } from './GapLine.tsx';
import { HandoffLine } from './HandoffLine.tsx';
import './department.css';
import '../../ui/lists.css';

/** The map as one department sees it: its gaps to mend, what it receives, gives and owns. All else stands back on the map. */
export function Department() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const documents = useEditorState((state) => state.documents);
  const personaIds = useSession((session) => session.personaFilter);
  const [chosen, setChosen] = useState<string | null>(null);
  const docs = useMemo(() => shownTo(documents, personaIds), [documents, personaIds]);
  const { map, library } = docs;
  const used = new Set(Object.values(map.touchpoints).flatMap(({ departments }) => departments));
  const departments = inOrder(Object.values(library.departments)).filter(({ id }) => used.has(id));
  const id = departments.some((entry) => entry.id === chosen) ? chosen : null;
  const whole = useAnalysis((analysis) => analysis);
  const view = useMemo(() => {
    if (id === null) return null;
    const isSeen = seenBy(membersIndex(docs.map), personaIds);
    const gaps = whole.gaps.filter(({ verdict }) => isSeen(spotOf(verdict)));
    return departmentView(docs, id, seenHandoffs(whole.handoffs, isSeen), gaps);
  }, [docs, personaIds, id, whole]);

  useEffect(() => {
    if (view === null) return;
    editor.session.setState({ focusIds: view.about });
    return () => editor.session.setState({ focusIds: null });
  }, [view, editor]);

  const title = (touchpointId: string) => map.touchpoints[touchpointId]?.title || t('map.untitled');
  const name = (touchpointId: string) =>
    library.departments[map.touchpoints[touchpointId]?.departments[0] ?? '']?.name ?? t('map.notSet');
  const cost = view === null ? null : sumRanges(view.toMend.map((gap) => gap.cost));
  const mending = Object.entries(mendingOf(view?.toMend ?? [])).filter(([, sum]) => sum.known > 0);
  return (
    <section className="panel department" aria-label={t('panel.department')}>
      <Text className="panel-title">{t('panel.department')}</Text>
      <Select
        size="xs"
        my={10}
        aria-label={t('lens.department')}
        placeholder={t('department.choose')}
        data={departments.map((entry) => ({ value: entry.id, label: entry.name || t('map.unnamed') }))}
        value={id}
        onChange={setChosen}
      />
      {whole.handoffs.values().next().value?.implied && <p className="hint">{t('tables.implied')}</p>}
      {view === null || cost === null ? (
        <p className="hint">{departments.length === 0 ? t('department.none') : t('department.hint')}</p>
      ) : (
        <>
          {cost.known > 0 && (
            <p className="department-cost">
              {t('department.cost', { range: rangeText(cost, i18n.language, 'rough') })}
              {cost.unknown > 0 && <small> {t('department.unknown', { count: cost.unknown })}</small>}
            </p>
          )}
          {mending.length > 0 && (
            <p className="hint">
              {mending
                .map(([key, sum]) => {
                  const range = rangeText(sum, i18n.language, 'rough');
                  const counts = { range, known: sum.known, count: view.toMend.length };
                  return t(`department.${key as keyof ReturnType<typeof mendingOf>}`, counts);
                })
                .join(' ')}
            </p>
          )}
          <h3>{t('department.toMend', { count: view.toMend.length })}</h3>
          <ul>
            {view.toMend.map((gap) => (
              <GapLine key={gap.key} gap={gap} title={title} />
            ))}
          </ul>
          {(['receives', 'gives'] as const).map((side) => (
            <div key={side}>
              <h3>{t(`department.${side}`, { count: view[side].length })}</h3>
              <ul>
                {view[side].map((handoff) => (
                  <HandoffLine
                    key={handoff.linkId}
                    handoff={handoff}
                    title={title}
                    other={t(`department.${side === 'receives' ? 'from' : 'to'}`, {
                      name: name(side === 'receives' ? handoff.from : handoff.to),
                    })}
                  />
                ))}
              </ul>
            </div>
          ))}
          <h3>{t('department.owns', { count: view.owns.length })}</h3>
          <ul>
            {view.owns.map((owned) => (
              <li key={owned}>
                <button type="button" className="record-line" onClick={() => goToRecords(editor.session, [owned])}>
                  <span>{title(owned)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
