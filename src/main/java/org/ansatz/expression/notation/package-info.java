/**
 * What people write who think in another notation: LaTeX, NumPy, MATLAB, Unicode. It is spelled as the language spells it, and
 * what could mean two things is asked about. For replies alone: problem files are written in the language.
 */
@NullMarked
package org.ansatz.expression.notation;

import org.jspecify.annotations.NullMarked;
