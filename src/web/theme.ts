import { ActionIcon, Button, createTheme, Drawer, Modal, MultiSelect, NativeSelect, Notification, PasswordInput, Popover, Select, TagsInput, Textarea, TextInput, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/**
 * How the product looks: every colour, size and corner, once for light and once for dark. Style sheets read the values as `var(--ct-…)`,
 * charts as `tokens[scheme]`.
 */

export type Scheme = 'light' | 'dark';

const light = {
  ground: '#F7F8FA',
  paper: '#FFFFFF',
  raised: '#FFFFFF',
  sunk: '#F2F4F6',
  ink: '#1C2430',
  muted: '#5B6472',
  line: '#E3E7EC',
  lineStrong: '#C9D0D8',
  control: '#87919E',
  accent: '#0F766E',
  accentHover: '#0B5F59',
  accentInk: '#0F766E',
  accentWash: '#E6F2F0',
  onAccent: '#FFFFFF',
  warm: '#D97706',
  warmInk: '#8F4A06',
  warmWash: '#FDF3E1',
  late: '#B42318',
  lateInk: '#B42318',
  lateWash: '#FDECEA',
  poor: '#B4540A',
  nearPoor: '#E9A93A',
  average: '#5F8FB8',
  notPoor: '#9AA4AF',
  insufficient: '#8A94A0',
  escaped: '#0F766E',
  // Five steps of one hue for rates on maps, from few to many.
  rate1: '#FFF3DC',
  rate2: '#F6CF92',
  rate3: '#E39B4C',
  rate4: '#BF641F',
  rate5: '#8A3206',
  mapEdge: '#D5BB97',
  brand1: '#0F766E',
  brand2: '#D97706',
};

const dark: typeof light = {
  ground: '#12181F',
  paper: '#1A222C',
  raised: '#222C37',
  sunk: '#151C24',
  ink: '#E4E9EF',
  muted: '#9BA7B4',
  line: '#2A3541',
  lineStrong: '#3D4A58',
  control: '#6F7D8C',
  accent: '#0F766E',
  accentHover: '#127B72',
  accentInk: '#4CC3B5',
  accentWash: '#16343A',
  onAccent: '#FFFFFF',
  warm: '#E08A1E',
  warmInk: '#F2B456',
  warmWash: '#33291A',
  late: '#D9483B',
  lateInk: '#F58F84',
  lateWash: '#3A2023',
  poor: '#D2691E',
  nearPoor: '#E9A93A',
  average: '#6F9FC8',
  notPoor: '#8994A0',
  insufficient: '#8994A0',
  escaped: '#2BA396',
  rate1: '#FFF3DC',
  rate2: '#F6CF92',
  rate3: '#E39B4C',
  rate4: '#BF641F',
  rate5: '#8A3206',
  mapEdge: '#1A222C',
  brand1: '#35A99C',
  brand2: '#E89B33',
};

export const tokens = { light, dark } as const;
export type Token = keyof typeof light;

/** The five steps of a rate, few to many. */
export const rateSteps = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'] as const satisfies readonly Token[];

/** Series of a chart that are no classes, in this order. */
export const seriesTokens = ['accent', 'warm', 'average', 'lineStrong'] as const satisfies readonly Token[];

/** Figures come first: Be Vietnam Pro has none of equal width (see tools/make-figures.ts). */
export const fontFamily = "'Be Vietnam Pro Figures', 'Be Vietnam Pro', system-ui, sans-serif";

const kebab = (name: string): string => name.replace(/[A-Z]|\d/g, (letter) => `-${letter.toLowerCase()}`);

export const tokenName = (token: Token): string => `--ct-${kebab(token)}`;

const variables = (scheme: Scheme): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tokens[scheme]).map(([name, value]) => [tokenName(name as Token), value])),
  '--ct-shadow': scheme === 'light' ? '0 1px 2px rgb(28 36 48 / 6%), 0 12px 32px -8px rgb(28 36 48 / 18%)' : '0 1px 2px rgb(0 0 0 / 40%), 0 16px 40px -8px rgb(0 0 0 / 60%)',
  '--mantine-color-body': tokens[scheme].paper,
  '--mantine-color-text': tokens[scheme].ink,
  '--mantine-color-dimmed': tokens[scheme].muted,
  '--mantine-color-placeholder': tokens[scheme].muted,
  '--mantine-color-default-border': tokens[scheme].lineStrong,
  '--mantine-color-error': tokens[scheme].lateInk,
  '--mantine-color-anchor': tokens[scheme].accentInk,
  '--mantine-primary-color-filled': tokens[scheme].accent,
  '--mantine-primary-color-filled-hover': tokens[scheme].accentHover,
  '--mantine-primary-color-light': tokens[scheme].accentWash,
  '--mantine-primary-color-light-color': tokens[scheme].accentInk,
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--ct-header': '56px', '--ct-side': '232px', '--ct-side-folded': '60px', '--ct-corner': '8px' },
  light: variables('light'),
  dark: variables('dark'),
});

const teal: MantineColorsTuple = ['#E6F2F0', '#C9E4E0', '#9FCFC9', '#6FB7AF', '#44A097', '#248C82', '#0F766E', '#0B5F59', '#084A45', '#053632'];
const amber: MantineColorsTuple = ['#FDF3E1', '#FBE4BF', '#F6CC8A', '#F0B156', '#E8962B', '#D97706', '#B86205', '#8F4A06', '#6D3805', '#4B2604'];
const red: MantineColorsTuple = ['#FDECEA', '#F9CFCB', '#F1A49D', '#E7766D', '#D94F43', '#C8372B', '#B42318', '#931B12', '#72140D', '#520D08'];
const gray: MantineColorsTuple = ['#F7F8FA', '#F2F4F6', '#E3E7EC', '#C9D0D8', '#A8B1BC', '#87919E', '#5B6472', '#434C59', '#2E3743', '#1C2430'];
const darkShades: MantineColorsTuple = ['#E4E9EF', '#C5CDD6', '#9BA7B4', '#6F7D8C', '#2A3541', '#26313C', '#1A222C', '#12181F', '#0E1318', '#0A0E12'];

/** What stands above and below a field. */
const field = { label: { marginBottom: 4, fontWeight: 500 }, description: { fontSize: 13 }, error: { fontSize: 13 } } as const;

/** A list to choose from scrolls by itself: inside an area that scrolls, the keyboard would not reach that. */
const chooser = { defaultProps: { size: 'sm', withScrollArea: false }, styles: { ...field, options: { maxHeight: 260, overflowY: 'auto' } } } as const;

const dialog = { title: { fontSize: 16, fontWeight: 600, lineHeight: 1.375 } } as const;

/** Office text is 14/20; what is set in a table is 13. */
export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: fontFamily,
  primaryColor: 'teal',
  primaryShade: 6,
  colors: { teal, amber, red, gray, dark: darkShades },
  black: light.ink,
  white: light.paper,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--ct-shadow)', lg: 'var(--ct-shadow)', xl: 'var(--ct-shadow)' },
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '16px', lineHeight: '24px' }, h3: { fontSize: '14px', lineHeight: '20px' } },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 34 } }),
    MultiSelect: MultiSelect.extend(chooser),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' }, styles: field }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' }, styles: field }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' }, styles: field }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' }, styles: field }),
    Select: Select.extend(chooser),
    TagsInput: TagsInput.extend(chooser),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } }),
    // The language may be switched while one stands there: its button is named in both.
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Đóng / Close' } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { transition: 'fade', duration: 80 } } }),
    Modal: Modal.extend({ defaultProps: { shadow: 'lg', transitionProps: { transition: 'fade', duration: 80 }, overlayProps: { backgroundOpacity: 0.35 } }, styles: dialog }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.35 } }, styles: dialog }),
  },
});
