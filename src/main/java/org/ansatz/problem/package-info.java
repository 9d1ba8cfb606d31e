/**
 * What things are: problem, option, answer, route, evidence, key, verdict. No algorithm, no file.
 */
@NullMarked
package org.ansatz.problem;

import org.jspecify.annotations.NullMarked;
