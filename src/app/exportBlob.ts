import { usedLibrary, writeJson } from '../exchange/json/writeJson.ts';
import { writeMermaid } from '../exchange/mermaid/writeMermaid.ts';
import type { Documents } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';
import { type PngOptions, paintPng } from './exportMap.ts';
import { picturesOf } from './pictures.ts';

export type ExportFormat = 'json' | 'mermaid' | 'png';
export const extensions: Readonly<Record<ExportFormat, string>> = { json: 'journey.json', mermaid: 'mmd', png: 'png' };

/** A map as a file of one format. Rejects with a sentence when the format is not known or the picture cannot be made. */
export async function exportBlob(
  documents: Documents,
  format: ExportFormat,
  getAsset: Workspace['getAsset'],
  options: PngOptions = {},
): Promise<Blob> {
  if (format === 'json') {
    const text = writeJson(documents, await picturesOf(usedLibrary(documents), [documents.map], getAsset));
    return new Blob([text], { type: 'application/json' });
  }
  if (format === 'mermaid') return new Blob([writeMermaid(documents)], { type: 'text/plain' });
  if (format === 'png') return (await paintPng(documents, options)).blob;
  throw new Error(`Maps cannot be exported as "${format}". Use "json", "mermaid" or "png".`);
}
