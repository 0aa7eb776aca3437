/** A touchpoint that the catalogue offers. Its title is the text `catalogue.<key>`. */
export interface CatalogueItem {
  readonly key: string;
  /** Relative to the purchase. */
  readonly when: 'before' | 'during' | 'after';
  /** Id of a channel of the default library. */
  readonly channel: string;
  /** The item is that channel itself, in whatever phase it is met. */
  readonly isChannel?: true;
  readonly presence: 'online' | 'offline';
  /** The default stage where it is most often met. */
  readonly stage: 'awareness' | 'consideration' | 'decision' | 'retention' | 'advocacy';
}

/** Touchpoints that most companies have, before, during and after the purchase, in the order in which they are offered. */
export const catalogue = [
  { key: 'adverts', when: 'before', channel: 'ch_ad', presence: 'online', stage: 'awareness', isChannel: true },
  { key: 'socialMedia', when: 'before', channel: 'ch_social', presence: 'online', stage: 'awareness', isChannel: true },
  { key: 'wordOfMouth', when: 'before', channel: 'ch_event', presence: 'offline', stage: 'awareness' },
  { key: 'publicRelations', when: 'before', channel: 'ch_ad', presence: 'offline', stage: 'awareness' },
  { key: 'contentMarketing', when: 'before', channel: 'ch_website', presence: 'online', stage: 'awareness' },
  { key: 'tradeFairs', when: 'before', channel: 'ch_event', presence: 'offline', stage: 'awareness' },
  { key: 'reviews', when: 'before', channel: 'ch_review', presence: 'online', stage: 'consideration', isChannel: true },
  { key: 'testimonials', when: 'before', channel: 'ch_website', presence: 'online', stage: 'consideration' },
  { key: 'trialOffers', when: 'before', channel: 'ch_website', presence: 'online', stage: 'consideration' },
  {
    key: 'website',
    when: 'during',
    channel: 'ch_website',
    presence: 'online',
    stage: 'consideration',
    isChannel: true,
  },
  { key: 'shop', when: 'during', channel: 'ch_shop', presence: 'offline', stage: 'consideration', isChannel: true },
  { key: 'office', when: 'during', channel: 'ch_shop', presence: 'offline', stage: 'consideration' },
  { key: 'printedCatalogue', when: 'during', channel: 'ch_post', presence: 'offline', stage: 'consideration' },
  { key: 'salesTeam', when: 'during', channel: 'ch_phone', presence: 'offline', stage: 'consideration' },
  { key: 'oneToOneTalks', when: 'during', channel: 'ch_event', presence: 'offline', stage: 'consideration' },
  { key: 'promotions', when: 'during', channel: 'ch_website', presence: 'online', stage: 'decision' },
  { key: 'pointOfSale', when: 'during', channel: 'ch_shop', presence: 'offline', stage: 'decision' },
  { key: 'billing', when: 'after', channel: 'ch_email', presence: 'online', stage: 'retention' },
  { key: 'invoice', when: 'after', channel: 'ch_email', presence: 'online', stage: 'retention' },
  { key: 'onlineHelp', when: 'after', channel: 'ch_website', presence: 'online', stage: 'retention' },
  { key: 'liveChat', when: 'after', channel: 'ch_chat', presence: 'online', stage: 'retention', isChannel: true },
  { key: 'serviceTeam', when: 'after', channel: 'ch_phone', presence: 'offline', stage: 'retention' },
  { key: 'marketingEmail', when: 'after', channel: 'ch_email', presence: 'online', stage: 'retention' },
  { key: 'renewal', when: 'after', channel: 'ch_email', presence: 'online', stage: 'retention' },
  { key: 'loyaltyScheme', when: 'after', channel: 'ch_app', presence: 'online', stage: 'advocacy' },
  { key: 'referrals', when: 'after', channel: 'ch_social', presence: 'online', stage: 'advocacy' },
] as const satisfies readonly CatalogueItem[];
