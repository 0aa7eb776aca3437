import { checkSize, ImportError } from '../importError.ts';
import { scanJson } from './scanJson.ts';

export type Row = Record<string, unknown>;

export const JOURNEY_FORMAT = 'desirepath.journey';
export const WORKSPACE_FORMAT = 'desirepath.workspace';
/** The version of the two file formats that is written, and the newest that is read. */
export const FORMAT_VERSION = 4;

const formatNames = { [JOURNEY_FORMAT]: 'a journey map', [WORKSPACE_FORMAT]: 'a workspace backup' } as const;

/**
 * Parses `text` and checks that it is a file of `format` in a version that can be read.
 * Throws `ImportError` for anything else.
 */
export function openJson(text: string, format: keyof typeof formatNames): Row {
  checkSize(text.length);
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw new ImportError('empty');
  scanJson(body);
  const root = JSON.parse(body) as unknown;
  if (!isRow(root)) throw wrongType('the file', 'an object', root);
  if (root.format !== format) {
    if (format === JOURNEY_FORMAT && root.format === WORKSPACE_FORMAT) throw new ImportError('isBackup');
    const found = typeof root.format === 'string' ? `"${root.format.slice(0, 60)}"` : typeName(root.format);
    throw new ImportError('notThisFormat', { expected: formatNames[format], found });
  }
  const version = root.formatVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw wrongType('formatVersion', 'a whole number from 1', version);
  }
  if (version > FORMAT_VERSION) throw new ImportError('newerVersion', { found: version, reads: FORMAT_VERSION });
  return root;
}

/** True for an object that is not an array. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `key`, or an empty one when there is none. Throws `wrongType` for anything else. */
export function rowAt(row: Row, key: string, required = false): Row {
  const value = row[key];
  if (value === undefined && !required) return {};
  if (!isRow(value)) throw wrongType(key, 'an object', value);
  return value;
}

/** The array under `key`, or an empty one when there is none. Throws `wrongType` for anything else. */
export function listAt(row: Row, key: string, path: string): unknown[] {
  const value = Object.hasOwn(row, key) ? row[key] : undefined;
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw wrongType(path, 'a list', value);
  return value;
}

function wrongType(path: string, expected: string, value: unknown): ImportError {
  return new ImportError('wrongType', { path, expected, found: typeName(value) });
}

function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
