import type { Id } from '#kernel/ids.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Act } from '#modules/households/contract.events.ts';
import { unrealProvince } from './people.ts';

/** A household of the register by its head and village at the time. */
export interface HouseholdCalled {
  head: string;
  village: string;
}

/** Finds what an act names, in the register that it is loaded into. */
export interface Lookup {
  household(called: HouseholdCalled): Promise<Id>;
  person(called: HouseholdCalled, name: string): Promise<Id>;
  village(name: string): Promise<AreaRef>;
}

export interface ActSpec {
  household: HouseholdCalled;
  day: PlainDate;
  reason: string;
  paper: string | null;
  act(look: Lookup): Promise<Act>;
}

const simulated = (paper: string): string => `${paper} (mô phỏng)`;
const toan = { head: 'Phạm Văn Toàn', village: 'Thôn Cao Long' };
const nhung = { head: 'Bùi Thị Nhung', village: 'Thôn Minh Long', member: 'Hà Thùy Yến' };
const gai = { head: 'Nguyễn Thị Gái', village: 'Thôn Cao Long' };
const long = { head: 'Quách Đức Long', village: 'Thôn Tân Long' };

/** What happened in Cẩm Tân in 2026, all of it made up: a couple marries, splits off, has a child and moves; a head dies; a son splits off late in the year. */
export const actsOfCamTan: readonly ActSpec[] = [
  {
    household: toan,
    day: plainDate('2026-05-18'),
    reason: 'Cưới và ra ở riêng',
    paper: simulated('Giấy chứng nhận kết hôn 21/2026'),
    act: async (look) => ({
      kind: 'marriage',
      person: await look.person(toan, 'Phạm Văn Phúc'),
      spouse: { household: await look.household(nhung), person: await look.person(nhung, nhung.member) },
      home: 'new',
      place: { village: await look.village('Thôn Cao Long'), number: 'CT-M01' },
      head: 'person',
      headStaying: null,
      headStayingThere: null,
      relation: 'Vợ',
    }),
  },
  {
    household: { head: 'Phạm Văn Phúc', village: 'Thôn Cao Long' },
    day: plainDate('2026-08-29'),
    reason: 'Con đầu lòng',
    paper: simulated('Giấy khai sinh 64/2026'),
    act: async () => ({ kind: 'birth', child: { name: 'Phạm Bảo Ngân', relation: 'Con', sex: 'female', birth: '2026-08-29', ethnicity: 'Mường', idNumber: null } }),
  },
  {
    household: gai,
    day: plainDate('2026-09-03'),
    reason: 'Tuổi cao',
    paper: simulated('Trích lục khai tử 12/2026'),
    act: async (look) => ({
      kind: 'death',
      person: await look.person(gai, gai.head),
      headStaying: await look.person(gai, 'Vũ Thị Hạnh'),
      relations: [{ person: await look.person(gai, 'Vũ Thị Nhi'), relation: 'Con' }],
    }),
  },
  {
    household: { head: 'Phạm Văn Phúc', village: 'Thôn Cao Long' },
    day: plainDate('2026-10-12'),
    reason: 'Làm nhà ở thôn mới',
    paper: simulated('Xác nhận cư trú 118/2026'),
    act: async (look) => ({ kind: 'move', to: await look.village('Thôn Tân Long') }),
  },
  {
    household: long,
    day: plainDate('2026-11-05'),
    reason: 'Ra ở riêng',
    paper: simulated('Đơn xin tách hộ'),
    act: async (look) => {
      const tung = await look.person(long, 'Quách Minh Tùng');
      return { kind: 'split', people: [tung], head: tung, headStaying: null, relations: [], village: await look.village('Thôn Tân Long'), number: 'CT-M02' };
    },
  },
];

/** A correction that the head of a village asked for and that waits for an officer. */
export const openCorrection = {
  household: { head: 'Cao Thị Nụ', village: 'Thôn Minh Long', member: 'Bùi Gia Nhân' },
  field: 'id_number',
  value: `${unrealProvince}201900417`,
  reason: 'Danh sách chép sai số',
  paper: simulated('Bản chụp căn cước'),
  askedBy: 'Trương Văn Lợi',
} as const;

/** The book of a village that was closed for a month. */
export const closedLedger = { village: 'Thôn Minh Long', month: '2026-10' } as const;

/** Where houses stand, made up like the households, and a drawing in the place of a photograph. */
export const houses = {
  places: [
    { household: long, day: plainDate('2025-10-20'), latitude: 20.1602, longitude: 105.5562, accuracy: 14 },
    { household: long, day: plainDate('2026-11-06'), latitude: 20.16065, longitude: 105.55683, accuracy: 6 },
    { household: toan, day: plainDate('2026-05-20'), latitude: 20.1712, longitude: 105.5701, accuracy: 9 },
  ],
  photo: { household: long, day: plainDate('2026-11-06'), file: new URL('house.png', import.meta.url) },
  source: 'Rà soát viên (mô phỏng)',
} as const;

/** The officer who entered the acts, and the day on which all of them have happened. */
export const enteredBy = 'Quách Thị Mai';
export const enteredOn = '2026-11-16T02:30:00Z';
