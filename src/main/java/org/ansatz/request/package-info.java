/** What programs may ask: requests, read from fields, and their answers. */
@NullMarked
package org.ansatz.request;

import org.jspecify.annotations.NullMarked;
