const labels: Readonly<Record<string, string>> = {
  github: 'GitHub Sponsors',
  open_collective: 'Open Collective',
  ko_fi: 'Ko-fi',
  buy_me_a_coffee: 'Buy Me a Coffee',
  thanks_dev: 'thanks.dev',
  issuehunt: 'IssueHunt',
  lfx_crowdfunding: 'LFX Crowdfunding',
  community_bridge: 'LFX Crowdfunding',
}

/** Hosts of pages of many kinds, whose name would say nothing of money. */
const forges = /^(?:github|gitlab|bitbucket|codeberg)\./

/** What a way to give money is called; a page of one's own is called by its host. */
export function platformLabel(platform: string, url: string): string {
  if (platform === 'custom') {
    const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
    return host === '' || forges.test(host) ? 'Donate' : host
  }
  if (Object.hasOwn(labels, platform)) return labels[platform] as string
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}
