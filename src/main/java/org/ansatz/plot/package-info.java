/** From a problem and any data to figures: its own plots, what its question itself offers, and sweeps of a given. */
@NullMarked
package org.ansatz.plot;

import org.jspecify.annotations.NullMarked;
