import type { SampleDescription, SampleTexts } from './sampleDescription.ts';

interface Template {
  readonly description: SampleDescription;
  readonly texts: SampleTexts;
}

/** A description with its texts, whose keys have been compared where both were written. */
function template<D extends SampleDescription>(description: D, texts: SampleTexts<D>): Template {
  return { description, texts: texts as unknown as SampleTexts };
}

/** The maps one can begin with, each fetched when it is asked for. */
const templates = {
  onlineShop: async () => {
    const [{ onlineShop }, { onlineShopEn }] = await Promise.all([
      import('./onlineShop.ts'),
      import('./onlineShop.en.ts'),
    ]);
    return template(onlineShop, onlineShopEn);
  },
  subscription: async () => {
    const [{ subscription }, { subscriptionEn }] = await Promise.all([
      import('./subscription.ts'),
      import('./subscription.en.ts'),
    ]);
    return template(subscription, subscriptionEn);
  },
  branchVisit: async () => {
    const [{ branchVisit }, { branchVisitEn }] = await Promise.all([
      import('./branchVisit.ts'),
      import('./branchVisit.en.ts'),
    ]);
    return template(branchVisit, branchVisitEn);
  },
} as const satisfies Record<string, () => Promise<Template>>;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as readonly TemplateName[];

export function loadTemplate(name: TemplateName): Promise<Template> {
  return templates[name]();
}
