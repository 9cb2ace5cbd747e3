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

/** What a way to give money is called; a page of one's own is called by its host. */
export function platformLabel(platform: string, url: string): string {
  if (platform === 'custom') return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : 'Donate'
  if (Object.hasOwn(labels, platform)) return labels[platform] as string
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}
