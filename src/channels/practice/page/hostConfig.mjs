const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const ink = '#1a232e';
const muted = '#535f6c';
const accent = '#12645a';
const danger = '#a3262a';
const warning = '#7a4300';

const both = (colour) => ({ default: colour, subtle: colour === ink ? muted : colour });
const colours = {
  default: both(ink),
  dark: both(ink),
  light: { default: '#ffffff', subtle: '#ffffff' },
  accent: both(accent),
  good: both(accent),
  warning: both(warning),
  attention: both(danger),
};
const container = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });

/** How Microsoft's renderer draws here: the page's own type, colours and distances. */
export const hostConfig = {
  fontFamily: font,
  supportsInteractivity: true,
  spacing: { none: 0, small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 0 },
  separator: { lineThickness: 1, lineColor: '#d7dde4' },
  fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  containerStyles: {
    default: container('#ffffff'),
    emphasis: container('#f3f5f7'),
    accent: container('#e7f2f0'),
    good: container('#e7f2f0'),
    warning: container('#fff6e5'),
    attention: container('#fdf0ef'),
  },
  imageSizes: { small: 40, medium: 80, large: 160 },
  actions: {
    maxActions: 20,
    spacing: 'medium',
    buttonSpacing: 8,
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: true,
      weight: 'default',
      wrap: true,
      maxWidth: 130,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default' },
      optionalInputs: { weight: 'bolder', color: 'default' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
  },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
  textBlock: { headingLevel: 3 },
};
