import { decode } from '@frontdoor/kit/text/percent'

/** How shields writes a text in a path: `-` and `_` twice, and `_` for a blank, too. */
export function writeShieldsText(text: string): string {
  return encodeURIComponent(text.replaceAll('-', '--').replaceAll('_', '__'))
}

export function readShieldsText(written: string): string {
  return decode(written).replaceAll(/__|_|--/g, (sign) => ({ __: '_', _: ' ', '--': '-' })[sign] ?? sign)
}
