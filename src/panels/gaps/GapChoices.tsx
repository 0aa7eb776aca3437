import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type GapChoice, gapGroupings, gapKinds, gapOrders, ownersOf } from '../../analysis/gapList.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { verdictStatuses } from '../../model/records/verdict.ts';
import '../../ui/lists.css';

/** Which gaps are listed, in which order, under which headings. */
export function GapChoices({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const choice = useSession((session) => session.gapChoice);
  const departments = useDocuments(({ library }) => library.departments);
  const touchpoints = useDocuments(({ map }) => map.touchpoints);
  const library = useDocuments(({ library: { personas } }) => personas);
  const members = useDocuments(({ map }) => map.mapPersonas);
  const personas = inOrder(Object.values(members)).flatMap(({ personaId }) => library[personaId] ?? []);
  const used = new Set(Object.values(touchpoints).flatMap((touchpoint) => touchpoint.departments));
  const set = (change: Partial<GapChoice>) => editor.session.setState({ gapChoice: { ...choice, ...change } });
  const field = (
    label: string,
    value: string,
    data: readonly { value: string; label: string }[],
    onChange: (value: string) => void,
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={[...data]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
  return (
    <div className="gap-choices">
      {field(
        t('gapList.status'),
        choice.status,
        (['all', 'toMend', ...verdictStatuses] as const).map((value) => ({
          value,
          label: t(`gapList.statuses.${value}`),
        })),
        (status) => set({ status: status as GapChoice['status'] }),
      )}
      {field(
        t('gapList.least'),
        String(choice.least),
        ['1', '2', '3', '4', '5'].map((value) => ({ value, label: t(`gapList.leastOf.${value}`) })),
        (least) => set({ least: Number(least) }),
      )}
      {field(
        t('gapList.kind'),
        choice.kind,
        (['all', ...gapKinds] as const).map((value) => ({ value, label: t(`gapList.kinds.${value}`) })),
        (kind) => set({ kind: kind as GapChoice['kind'] }),
      )}
      {field(
        t('gapList.department'),
        choice.departmentId ?? '',
        [
          { value: '', label: t('gapList.anyDepartment') },
          ...inOrder(Object.values(departments))
            .filter(({ id }) => used.has(id))
            .map(({ id, name }) => ({ value: id, label: name || t('map.unnamed') })),
        ],
        (id) => set({ departmentId: id === '' ? null : id }),
      )}
      {field(
        t('gapList.owner'),
        choice.owner === null ? '' : `=${choice.owner}`,
        [
          { value: '', label: t('gapList.anyOwner') },
          ...ownersOf(gaps).map((owner) => ({ value: `=${owner}`, label: owner || t('gapList.noOwner') })),
        ],
        (owner) => set({ owner: owner === '' ? null : owner.slice(1) }),
      )}
      {personas.length > 1 &&
        field(
          t('gapList.persona'),
          choice.personaId ?? '',
          [
            { value: '', label: t('persona.everyone') },
            ...personas.map(({ id, name }) => ({ value: id, label: name || t('persona.unnamed') })),
          ],
          (id) => set({ personaId: id === '' ? null : id }),
        )}
      {field(
        t('gapList.order'),
        choice.order,
        gapOrders.map((value) => ({ value, label: t(`gapList.orders.${value}`) })),
        (order) => set({ order: order as GapChoice['order'] }),
      )}
      {field(
        t('gapList.group'),
        choice.group,
        gapGroupings.map((value) => ({ value, label: t(`gapList.groups.${value}`) })),
        (group) => set({ group: group as GapChoice['group'] }),
      )}
    </div>
  );
}
