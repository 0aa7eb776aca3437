import * as z from 'zod/mini';

// Zod probes `new Function` unless told otherwise, which a strict Content-Security-Policy reports as a violation.
z.config({ jitless: true });

export { z };
