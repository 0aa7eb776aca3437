import type { Documents } from '../../../src/model/tables.ts';

/** Says whose a record is: `Anna` is `pe_Anna`. */
export function belongs({ map }: Documents, recordId: string, ...names: string[]): void {
  for (const name of names) {
    const id = `mb_${recordId}-pe_${name}`;
    map.memberships[id] = { id, recordId, personaId: `pe_${name}` };
  }
}

/** Puts personas into a map, in this order. */
export function takePart({ map }: Documents, ...names: string[]): void {
  names.forEach((name, index) => {
    const id = `mc_pe_${name}`;
    map.mapPersonas[id] = { id, order: `a${index}`, personaId: `pe_${name}` };
  });
}

/** Says what somebody feels at touchpoint `tp_<name>`; `everyone` or the name of a persona. */
export function feel({ map }: Documents, name: string, persona: string, value: number): void {
  const personaId = persona === 'everyone' ? persona : `pe_${persona}`;
  const id = `sn_tp_${name}-${personaId}`;
  map.sentiments[id] = { id, touchpointId: `tp_${name}`, personaId, value };
}
