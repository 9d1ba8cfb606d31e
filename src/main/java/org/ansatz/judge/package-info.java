/**
 * What evidence means: which option it chooses, how far routes agree, whether they are independent, what a key is worth.
 */
@NullMarked
package org.ansatz.judge;

import org.jspecify.annotations.NullMarked;
