package org.ansatz.sheet;

import java.io.IOException;

/** Where responses come from. */
interface Responses {

    /** Receives what is read, in the order of the source. */
    interface Receiver {
        /** A response. */
        void response(Response response) throws IOException;

        /**
         * A row that cannot be read.
         *
         * @param line where it begins, from 1
         */
        void refused(long line, String reason) throws IOException;
    }

    /**
     * Reads all there is.
     *
     * @throws IOException in a sentence, if it cannot be read to its end
     */
    void read(Receiver receiver) throws IOException;
}
