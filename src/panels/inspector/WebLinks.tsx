import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeUrl } from '../../model/url.ts';
import '../../ui/lists.css';

/** Addresses on the web, or of people; others are refused with a word. */
export function WebLinks({ links, onChange }: { links: readonly string[]; onChange: (links: string[]) => void }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState('');
  return (
    <>
      <TagsInput
        size="xs"
        label={t('touchpoint.webLinks')}
        description={t('touchpoint.webLinksHint')}
        error={refused === '' ? null : t('touchpoint.webLinkRefused', { text: refused.slice(0, 60) })}
        value={[...links]}
        splitChars={[' ', '\n']}
        onChange={(values) => {
          setRefused(values.find((value) => !isSafeUrl(value)) ?? '');
          onChange(values.filter(isSafeUrl));
        }}
      />
      {links.map((href) => (
        <a key={href} href={href} target="_blank" rel="noreferrer noopener" className="web-link">
          {href}
        </a>
      ))}
    </>
  );
}
