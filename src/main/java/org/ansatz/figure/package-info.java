/** What a picture is: axes, curves, marks and maps, and the round numbers along them; how it is drawn is known below. */
@NullMarked
package org.ansatz.figure;

import org.jspecify.annotations.NullMarked;
