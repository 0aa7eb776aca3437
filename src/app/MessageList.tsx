import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import './messages.css';
import { Notifications } from '@mantine/notifications';

export function MessageList() {
  return <Notifications position="bottom-right" limit={3} />;
}
