/**
 * Solutions written in Java, tried on a problem's data against its routes. Knows no test framework.
 */
@NullMarked
package org.ansatz.trial;

import org.jspecify.annotations.NullMarked;
