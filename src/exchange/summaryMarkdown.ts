import { type SummaryItem, type SummaryPage, sectionsOf } from '../paint/summaryPage.ts';

/**
 * A summary as Markdown: headings, lists and nothing else, so that it reads alike wherever it is put. Texts stand for
 * themselves, whatever they hold. `severity` puts the severity of a gap into words.
 */
export function summaryMarkdown(page: SummaryPage, severity: (value: number) => string): string {
  const blocks = [
    `# ${plain(page.title)}`,
    ...(page.scenario === '' ? [] : [plain(page.scenario)]),
    plain(page.meta),
    page.figures.map(({ value, label }) => `- **${plain(value)}** ${plain(label)}`).join('\n'),
    ...sectionsOf(page).flatMap(({ heading, items, note }) => [
      `## ${plain(heading)}`,
      ...(items.length === 0 ? [] : [items.map((item) => itemText(item, severity)).join('\n')]),
      ...(note === '' ? [] : [plain(note)]),
    ]),
    plain(page.foot),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function itemText({ mark, title, details, figure }: SummaryItem, severity: (value: number) => string): string {
  const facts = [...(mark?.kind === 'gap' ? [severity(mark.severity)] : []), ...(figure === '' ? [] : [figure])];
  const first = `- **${plain(title)}**${facts.map((fact) => ` · ${plain(fact)}`).join('')}`;
  return [first, ...details.map((detail) => `  - ${plain(detail)}`)].join('\n');
}

/** A text on one line in which nothing means anything to Markdown or HTML. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return (
    line
      .replace(/[\\`*_[\]<>&|~#$^]/g, '\\$&')
      // At the start of a line these begin a list, a rule or an underlined heading.
      .replace(/^[-+=:]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}
