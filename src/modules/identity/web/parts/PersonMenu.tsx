import { Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown, IconKey, IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import type { Post } from '../../contract.ts';
import { signOut } from '../auth.ts';
import { ChangePassword } from '../ChangePassword.tsx';
import { choosePost, sessionQuery } from '../queries.ts';
import styles from './PersonMenu.module.css';
import { useSession } from './session.ts';

/** Letters that stand for a person: of the middle and the given name, as Vietnamese names are read. */
const initials = (name: string): string =>
  name
    .split(' ')
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

/** Who is signed in and in which post; other posts, password, the way out. `children` are further items on a phone. */
export function PersonMenu({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('identity');
  const { person, posts, post } = useSession();
  const [changing, { open, close }] = useDisclosure();
  const choose = useChoosePost();
  const leave = useSignOut();
  if (person === null) return null;
  return (
    <>
      <Menu position="bottom-end" width={300} shadow="md" radius="md" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <UnstyledButton className={styles.target!} aria-label={`${t('person.menu')}: ${person.name}`}>
            <span className={styles.initials} aria-hidden>
              {initials(person.name)}
            </span>
            <span className={styles.who}>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.role}>{post ? t(`role.${post.role}`) : t('person.noPost')}</span>
            </span>
            <IconChevronDown size={15} stroke={1.8} aria-hidden className={styles.chevron} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('person.posts')}</Menu.Label>
          {posts.map((each) => (
            <Menu.Item key={each.id} onClick={() => each.id !== post?.id && choose(each)} leftSection={<IconCheck size={16} aria-hidden style={{ opacity: each.id === post?.id ? 1 : 0 }} />} aria-current={each.id === post?.id}>
              <span className={styles.name}>{t(`role.${each.role}`)}</span>
              <span className={styles.role}>
                {each.area.name}
                {each.to && ` · ${t('person.until', { day: showDate(each.to) })}`}
              </span>
            </Menu.Item>
          ))}
          {posts.length === 0 && <p className={styles.none}>{t('person.noPostDo')}</p>}
          {children}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={open}>
            {t('person.changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
            {t('person.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={close} />
    </>
  );
}

/** Acts in another post: what was read in the one before is forgotten, and the place is that of the new one. */
function useChoosePost(): (post: Post) => void {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate } = useMutation({
    mutationFn: (post: Post) => choosePost(post.id),
    onSuccess: async (session, { role, area }) => {
      queries.clear();
      queries.setQueryData(sessionQuery().queryKey, session);
      await navigate({ to: '/', search: (before) => ({ ...before, area: area.id, map: undefined }) });
      notifications.show({ message: t('person.changed', { role: t(`role.${role}`), area: area.name }) });
    },
  });
  return mutate;
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const router = useRouter();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      queries.clear();
      await router.navigate({ to: '/sign-in', search: { area: undefined, period: undefined, map: undefined } });
    },
  });
  return mutate;
}
