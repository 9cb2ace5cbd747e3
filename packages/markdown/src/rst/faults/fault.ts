import type { Edit, Range } from '../../edit.ts'
import type { PlacedBlock, RstDirective } from '../block.ts'
import type { RstPiece } from '../inline.ts'

/** Something that docutils warns of, or takes for an error. */
export interface RstFault extends Range {
  /**
   * `directive` and `role`: docutils has none of that `name`. `option`: a directive has none of that `name`. `value`: an option cannot have
   * the value behind its `name`. `stray`: a line among the options is none, or there twice. `argument`, `word`, `empty`: a directive lacks what must stand behind its name, has more than
   * a word there, or nothing in it. `content`: it has something in it, and takes none. `outside`: it belongs into a definition of `|…|`. `inside`: it stands in something
   * else. `disabled`: a directive that reads files
   * or writes HTML. `target` and `substitution`: nothing is defined for the `name`; `ambiguous`: several things are. `anonymous`: there are
   * not as many addresses as references without a name. `duplicate`: the `name` has another address already. `twice`: the name of a
   * substitution is defined already. `underline`: the line is shorter than
   * the title. `overline`: the lines above and below a title are not the same. `level`: a title is deeper by more than one. `open`: `name` opens inline markup that nothing closes. `indent` and `unindent`: a line starts
   * further in, or further out, than the one above it. `literal`: `::` announces code that is not there.
   * `transition`: a line between texts has no text above or below it. `table`: a table is drawn wrongly, and `name` says how.
   */
  readonly kind:
    | 'directive'
    | 'role'
    | 'option'
    | 'value'
    | 'stray'
    | 'argument'
    | 'word'
    | 'content'
    | 'empty'
    | 'outside'
    | 'inside'
    | 'disabled'
    | 'target'
    | 'ambiguous'
    | 'substitution'
    | 'anonymous'
    | 'duplicate'
    | 'twice'
    | 'underline'
    | 'overline'
    | 'level'
    | 'open'
    | 'indent'
    | 'unindent'
    | 'table'
    | 'literal'
    | 'transition'
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
