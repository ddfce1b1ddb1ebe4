import type { Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '#kernel/permission.ts';
import type { Text } from '#kernel/text.ts';
import type { PlaceInView } from './place.ts';

/** A screen in the side bar and in the palette. It shows only to those who hold its permission. */
export interface Screen {
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  title: Text;
  icon: Icon;
  permission: Permission;
  group: 'work' | 'administration';
  /** Place in its group, as the map of the application orders screens: Tổng quan 10, Sổ hộ 20, … */
  order: number;
}

/** Something to do that is no screen, for the palette. */
export interface Action {
  title: Text;
  icon: Icon;
  permission: Permission;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

export interface Found {
  key: string;
  title: string;
  /** A second line: what it lies in, a code, an address. */
  detail: string;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** A kind of thing that the palette looks up on the server: areas, households, … */
export interface Finder {
  id: string;
  title: Text;
  icon: Icon;
  permission: Permission;
  /** Each search is on record as a reading of personal data: it is made when typing has come to rest, not with every key. */
  onRecord?: boolean;
  find: (text: string, signal: AbortSignal, place: PlaceInView) => Promise<Found[]>;
}

/** What a module adds to the shell beside its routes. */
export interface Contribution {
  screens?: readonly Screen[];
  actions?: readonly Action[];
  finders?: readonly Finder[];
}
