import type { Edit, Range } from '../../edit.ts'
import type { PlacedBlock, RstDirective } from '../blocks.ts'
import type { RstPiece } from '../inline.ts'

/** Something that docutils warns of, or takes for an error. */
export interface RstFault extends Range {
  /**
   * `directive` and `role`: docutils has none of that `name`. `option`: a directive has none of that `name`. `disabled`: a directive that reads files
   * or writes HTML. `target` and `substitution`: nothing is defined for the `name`; `ambiguous`: several things are. `anonymous`: there are
   * not as many addresses as references without a name. `duplicate`: the `name` has another address already. `underline`: the line is shorter than
   * the title. `overline`: the lines above and below a title are not the same. `level`: a title is deeper by more than one. `open`: `name` opens inline markup that nothing closes. `indent` and `unindent`: a line starts
   * further in, or further out, than the one above it.
   */
  readonly kind:
    | 'directive'
    | 'role'
    | 'option'
    | 'disabled'
    | 'target'
    | 'ambiguous'
    | 'substitution'
    | 'anonymous'
    | 'duplicate'
    | 'underline'
    | 'overline'
    | 'level'
    | 'open'
    | 'indent'
    | 'unindent'
  readonly name: string
  /** What mends it, where there is one way. */
  readonly edits?: readonly Edit[]
}

/** What of a source docutils reads. */
export interface Written {
  readonly source: string
  readonly blocks: readonly PlacedBlock[]
  /** The pieces of the text of each block that has one, in its order. */
  readonly texts: ReadonlyMap<PlacedBlock, readonly RstPiece[]>
  readonly pieces: readonly RstPiece[]
  readonly directives: readonly RstDirective[]
}
