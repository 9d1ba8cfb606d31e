package org.ansatz.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.report.Style;
import org.jspecify.annotations.Nullable;

/** Watched files that only say what is asked of them. */
record Played(@Nullable Path path) implements Author.Watched {
    Played {
        if (path != null && !Files.exists(path)) {
            throw new Rejected("There is no " + path + ".");
        }
    }

    @Override
    public String name() {
        return String.valueOf(path);
    }

    @Override
    public boolean isBank() {
        return path == null || Files.isDirectory(path);
    }

    @Override
    public String stamp() {
        try {
            return path == null ? "the bank" : Files.isDirectory(path) ? "a folder" : Files.readString(path);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void verify(PrintWriter out, Style style) {
        if (name().endsWith("defect.yaml")) {
            throw new IllegalStateException("a defect of ours");
        }
        out.println("verified " + path);
    }

    @Override
    public void next(PrintWriter out, Style style) {
        out.println("next");
    }

    @Override
    public void explain(PrintWriter out, Style style) {
        out.println("explained");
    }

    @Override
    public void lint(PrintWriter out, Style style) {
        out.println("linted");
    }
}
