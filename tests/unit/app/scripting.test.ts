import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { createScripting, type ScriptingApi } from '../../../src/app/scripting.ts';
import type { Editor } from '../../../src/editor/createEditor.ts';
import type { OpenMap } from '../../../src/storage/openMap.ts';
import type { Workspace } from '../../../src/storage/workspace.ts';
import { smallMap } from '../../support/startDocs.ts';

const workspace = { listMaps: async () => [{ docId: 'mp_1', name: 'Map' }] } as unknown as Workspace;

describe('what scripts are told', () => {
  it('V44 in the gallery no map is open, which exporting says; a map that is not there is refused with what helps', async () => {
    const { api } = createScripting(workspace);
    expect(api.version).toBe(packageFile.version);
    expect(await api.maps()).toEqual([{ id: 'mp_1', name: 'Map' }]);
    expect(api.editor).toBeNull();
    await expect(api.exportMap('json')).rejects.toThrow('No map is open. Open one with desirepath.open(mapId) first.');
    await expect(api.open('mp_gone')).rejects.toThrow(
      'There is no map with the id "mp_gone". desirepath.maps() lists the ones there are.',
    );
  });

  it('V44 an open map runs commands, is exported, and refuses a format that there is not; closed it is gone', async () => {
    const { api, attach } = createScripting(workspace);
    const { editor, ids } = smallMap();
    attach({ editor, whenSaved: async () => undefined, counters: () => undefined } as unknown as OpenMap<Editor>);
    await api.open(editor.mapId);
    api.editor?.run('updateTouchpoint', { id: ids.a, fields: { title: 'By script' } });
    expect(api.editor?.doc.map.touchpoints[ids.a]?.title).toBe('By script');
    expect(await (await api.exportMap('mermaid')).text()).toContain('By script: 4: Mara');
    await expect(api.exportMap('gif' as Parameters<ScriptingApi['exportMap']>[0])).rejects.toThrow(
      'Maps cannot be exported as "gif". Use "json", "mermaid" or "png".',
    );
    attach(null);
    expect(api.editor).toBeNull();
  });
});
