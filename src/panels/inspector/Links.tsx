import { Button, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import '../../ui/lists.css';

/** Where a touchpoint leads and what leads to it; linking without dragging. */
export function Links({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const links = Object.values(map.links);
  const out = links.filter((link) => link.from === touchpointId);
  const into = links.filter((link) => link.to === touchpointId);
  const linked = new Set([touchpointId, ...out.map((link) => link.to)]);
  const line = (link: { id: string }, label: string) => (
    <li key={link.id} className="link-line-item">
      <button type="button" className="link-button" onClick={() => editor.session.setState({ selection: [link.id] })}>
        {label}
      </button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        fw={400}
        aria-label={t('linkDetails.removeNamed', { name: label })}
        onClick={() => editor.run('removeLink', { id: link.id })}
      >
        {t('linkDetails.remove')}
      </Button>
    </li>
  );
  return (
    <div>
      <Text component="div" className="field-label">
        {t('linkDetails.label')}
      </Text>
      <ul className="link-list">
        {into.map((link) => line(link, t('linkDetails.from', { name: title(link.from) })))}
        {out.map((link) => line(link, t('linkDetails.to', { name: title(link.to) })))}
      </ul>
      <Select
        size="xs"
        searchable
        clearable
        value={null}
        aria-label={t('linkDetails.add')}
        placeholder={t('linkDetails.add')}
        nothingFoundMessage={t('find.nothing')}
        limit={200}
        data={Object.values(map.touchpoints)
          .filter((touchpoint) => !linked.has(touchpoint.id))
          .map((touchpoint) => ({ value: touchpoint.id, label: touchpoint.title || t('map.untitled') }))}
        onChange={(to) => {
          if (to !== null) editor.run('addLink', { from: touchpointId, to });
        }}
      />
    </div>
  );
}
