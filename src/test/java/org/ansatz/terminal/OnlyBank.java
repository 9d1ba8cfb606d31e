package org.ansatz.terminal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One bank, and no way to another. */
final class OnlyBank implements BankChoice {

    @Override
    public String current() {
        return "";
    }

    @Override
    public @Nullable String offered() {
        return null;
    }

    @Override
    public boolean isGone(String folder) {
        return false;
    }

    @Override
    public void choose(String folder) throws IOException {
        throw new IOException("there is no folder " + folder);
    }
}
