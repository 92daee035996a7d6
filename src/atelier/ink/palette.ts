/**
 * Flat colours. Figures lie at luminance 40-150 with one near-white area each, scenery at 165-225, so that figures
 * stand out in greyscale too; adjoining garments differ by 35 or more.
 */
export const PALETTE = {
  ink: "#1e1a20",
  white: "#ffffff",
  cream: "#fffdf4",
  paper: "#f7ecd0",
  black: "#2a2830",
  red: "#d9402f",
  brick: "#b5482f",
  orange: "#e5822e",
  yellow: "#f2c33d",
  straw: "#f6e3b4",
  green: "#5f9a55",
  darkGreen: "#38684a",
  mint: "#b9d6b0",
  sky: "#a9cfd8",
  lightBlue: "#8ebcd8",
  blue: "#3f74a8",
  navy: "#2d4468",
  violet: "#8d6a97",
  brown: "#95592f",
  darkBrown: "#5f3d28",
  skin: "#f3c49a",
  pink: "#f0b09a",
  blush: "#e2785f",
  mouth: "#7a2420",
  tongue: "#e0685a",
  metal: "#b9b3ab",
} as const;
