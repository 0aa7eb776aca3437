import { notificationsStore, useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect } from 'react';

const MessageList = lazy(() => import('./MessageList.tsx').then((module) => ({ default: module.MessageList })));

/** How long the program has been open when what shows messages is fetched ahead, in milliseconds. */
const QUIET_MS = 8000;

/** Passing messages. What shows them is fetched for the first one, or once there is nothing else to do. */
export function Messages() {
  const { notifications } = useNotifications(notificationsStore);
  useEffect(() => {
    const timer = setTimeout(() => void import('./MessageList.tsx'), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (notifications.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <MessageList />
    </Suspense>
  );
}
