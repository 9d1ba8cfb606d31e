/**
 * Questions in the formats of other programs: a problem with one set of data becomes an item, a format writes items and says
 * what of them it cannot hold; and the other way round, what a file of another program holds becomes the draft of a problem.
 */
@NullMarked
package org.ansatz.exchange;

import org.jspecify.annotations.NullMarked;
