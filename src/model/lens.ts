/** Which property of a touchpoint gives the rows of the map. */
export type Lens = 'channel' | 'device' | 'department';
export const lenses = ['channel', 'device', 'department'] as const satisfies readonly Lens[];

/** The field of a touchpoint, and the table of the library, that a lens reads. */
export const lensField = { channel: 'channels', device: 'devices', department: 'departments' } as const;
export type LensField = (typeof lensField)[Lens];
