import { type Command, command } from './command.ts'

const shells = ['bash', 'zsh', 'fish'] as const

/** The command of every tool that prints a script for a shell. */
export function completionsCommand(tool: string): Command {
  return command({
    name: 'completions',
    summary: 'print a script with which a shell completes what you type',
    arguments: '<shell>',
    flags: {},
    examples: [
      [`eval "$(${tool} completions bash)"`, 'in ~/.bashrc'],
      [`eval "$(${tool} completions zsh)"`, 'in ~/.zshrc, behind compinit'],
      [`${tool} completions fish | source`, 'in ~/.config/fish/config.fish'],
    ],
    epilogue: `The script asks the ${tool} in your PATH, so it stays true when that is another version.`,
    exitCodes: { 0: 'printed' },
    candidates: () => shells,
    run: async (call) => (await import('./completion-scripts.ts')).printScript(tool, call),
  })
}
