import ad from '@tabler/icons/outline/ad-2.svg?raw';
import book from '@tabler/icons/outline/book.svg?raw';
import store from '@tabler/icons/outline/building-store.svg?raw';
import calendar from '@tabler/icons/outline/calendar.svg?raw';
import none from '@tabler/icons/outline/circle-dashed.svg?raw';
import desktop from '@tabler/icons/outline/device-desktop.svg?raw';
import laptop from '@tabler/icons/outline/device-laptop.svg?raw';
import mobile from '@tabler/icons/outline/device-mobile.svg?raw';
import tablet from '@tabler/icons/outline/device-tablet.svg?raw';
import tv from '@tabler/icons/outline/device-tv.svg?raw';
import gift from '@tabler/icons/outline/gift.svg?raw';
import help from '@tabler/icons/outline/help-circle.svg?raw';
import mail from '@tabler/icons/outline/mail.svg?raw';
import letter from '@tabler/icons/outline/mailbox.svg?raw';
import chat from '@tabler/icons/outline/message-circle.svg?raw';
import news from '@tabler/icons/outline/news.svg?raw';
import phone from '@tabler/icons/outline/phone.svg?raw';
import receipt from '@tabler/icons/outline/receipt.svg?raw';
import robot from '@tabler/icons/outline/robot.svg?raw';
import search from '@tabler/icons/outline/search.svg?raw';
import star from '@tabler/icons/outline/star.svg?raw';
import tag from '@tabler/icons/outline/tag.svg?raw';
import truck from '@tabler/icons/outline/truck.svg?raw';
import person from '@tabler/icons/outline/user.svg?raw';
import people from '@tabler/icons/outline/users.svg?raw';
import globe from '@tabler/icons/outline/world.svg?raw';
import type { IconName } from './records/libraryEntry.ts';

const sources: Record<IconName, string> = {
  globe,
  chat,
  phone,
  mail,
  store,
  mobile,
  laptop,
  desktop,
  tablet,
  tv,
  person,
  people,
  news,
  ad,
  search,
  star,
  book,
  truck,
  receipt,
  letter,
  help,
  robot,
  calendar,
  gift,
  tag,
  none,
};

/**
 * The outlines of each pictogram as SVG path data on a 24 x 24 field, to be stroked 2 units wide with round ends. The
 * screen and the painters draw the same outlines.
 */
export const pictograms: Readonly<Record<IconName, readonly string[]>> = Object.fromEntries(
  Object.entries(sources).map(([name, svg]) => [
    name,
    [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1] as string).filter((d) => d !== 'M0 0h24v24H0z'),
  ]),
) as Record<IconName, string[]>;
