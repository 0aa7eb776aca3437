import { expect, it } from 'vitest';
import { journeySchema } from '../../support/journeySchema.ts';

it('the published JSON Schema is the one that the records give (`npm run schema` writes it)', async () => {
  await expect(journeySchema()).toMatchFileSnapshot('../../../public/schema/journey-4.schema.json');
});
