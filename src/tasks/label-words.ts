/** A label of a data set as English words: `holding_object` is "holding object". */
export const labelWords = (label: string): string => label.replaceAll(/[_-]+/g, " ");
