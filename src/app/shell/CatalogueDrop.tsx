import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMapView } from '../../canvas/mapView.ts';
import { cellAt } from '../../layout/cellAt.ts';
import { CATALOGUE_MIME } from '../../model/catalogueMime.ts';
import { useActions } from '../actions/actionsContext.ts';

/** Where touchpoints of the catalogue can be dropped: the step under the pointer gets them. */
export function CatalogueDrop({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const view = useMapView();
  const { editor, flow } = useActions();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping only repeats what a click in the catalogue does
    <div
      className="fill"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(CATALOGUE_MIME)) event.preventDefault();
      }}
      onDrop={async (event) => {
        const wanted = event.dataTransfer.getData(CATALOGUE_MIME);
        const point = flow()?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const cell = point && cellAt(view.laid.getState().scene, point.x, point.y);
        if (wanted === '' || !cell) return;
        event.preventDefault();
        // The panel that it is dragged from has brought it along.
        const { catalogue } = await import('../../model/catalogue.ts');
        const item = catalogue.find(({ key }) => key === wanted);
        if (item === undefined) return;
        const id = editor.run('insertFromCatalogue', {
          stepId: cell.stepId,
          title: t(`catalogue.${item.key}`),
          channel: { id: item.channel, name: t(`library.${item.channel}`) },
          when: item.when,
          presence: item.presence,
        });
        editor.session.setState({ selection: [id] });
      }}
    >
      {children}
    </div>
  );
}
