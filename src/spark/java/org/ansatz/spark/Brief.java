package org.ansatz.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Fault;
import org.ansatz.bank.Pack;
import org.ansatz.bank.PlainFile;
import org.ansatz.bank.SchemeReader;
import org.ansatz.field.Language;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.sheet.Authority;
import org.ansatz.sheet.Examiner;
import org.jspecify.annotations.Nullable;

/**
 * What an examiner is told before it marks, on whichever machine: the bank and the rules, as bytes.
 */
final class Brief implements Serializable {

    private static final long serialVersionUID = 1;

    /** An examiner solves each question once for all tasks of a process. */
    private static final Map<UUID, Followed> FOLLOWED = new ConcurrentHashMap<>();

    /** Tells it from other briefs. */
    private final UUID id = UUID.randomUUID();

    private final TreeMap<String, byte[]> bank;
    private final byte @Nullable [] scheme;
    private final String authority;
    private final byte @Nullable [] decisions;
    private final byte @Nullable [] seeds;
    private final boolean hasDecimalCommas;

    /**
     * A brief.
     *
     * @param bank files of the bank, by their paths in a {@link Pack}
     * @param scheme a marking scheme in YAML; null for that of the GATE
     * @param authority who says what is right, as it is typed
     * @param decisions a table of decisions; null if none are given
     * @param seeds a table of seeds; null if none are given
     */
    Brief(
            Map<String, byte[]> bank,
            byte @Nullable [] scheme,
            String authority,
            byte @Nullable [] decisions,
            byte @Nullable [] seeds,
            boolean hasDecimalCommas) {
        this.bank = new TreeMap<>(bank);
        this.scheme = scheme;
        this.authority = authority;
        this.decisions = decisions;
        this.seeds = seeds;
        this.hasDecimalCommas = hasDecimalCommas;
    }

    /** What cannot be read of a bank or a scheme. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        /** The faults, of which there is at least one. */
        private final transient List<Fault> faults;

        Unreadable(List<Fault> faults) {
            super(String.valueOf(faults.get(0)));
            this.faults = faults;
        }

        List<Fault> faults() {
            return faults;
        }
    }

    /**
     * What a process makes of a brief.
     *
     * @param bank what cannot be read of it is among its faults
     */
    record Followed(Bank bank, Examiner examiner) {}

    /**
     * The examiner of this process.
     *
     * @throws IOException in a sentence, if the brief cannot be followed
     */
    Examiner examiner() throws IOException {
        return followed().examiner();
    }

    /**
     * What this process makes of it.
     *
     * @throws IOException in a sentence, if it cannot be followed
     */
    Followed followed() throws IOException {
        synchronized (FOLLOWED) {
            Followed known = FOLLOWED.get(id);
            if (known == null) {
                Bank read = readBank();
                known = new Followed(read, examiner(read));
                FOLLOWED.clear(); // those of earlier jobs
                FOLLOWED.put(id, known);
            }
            return known;
        }
    }

    private Examiner examiner(Bank read) throws IOException {
        Authority who = Authority.of(authority);
        Examiner examiner = new Examiner(read, readScheme(read), who == null ? Authority.ROUTES : who);
        if (hasDecimalCommas) {
            examiner.readDecimalCommas();
        }
        if (decisions != null) {
            examiner.decide(new ByteArrayInputStream(decisions));
        }
        if (seeds != null) {
            examiner.seed(new ByteArrayInputStream(seeds));
        }
        return examiner;
    }

    private Bank readBank() throws IOException {
        Path folder = Files.createTempDirectory("ansatz-bank-");
        try {
            BankFolder unpacked = new Pack(bank).unpack(folder);
            BankLoader loader =
                    new BankLoader(Language.registry(), Language.blockKinds()).problems(unpacked.problems());
            Path answers = unpacked.answers();
            if (answers != null && Files.isDirectory(answers)) {
                loader.answers(answers, unpacked.problems());
            }
            return loader.bank();
        } finally {
            remove(folder);
        }
    }

    private MarkingScheme readScheme(Bank read) throws IOException {
        if (scheme == null) {
            return MarkingScheme.GATE;
        }
        PlainFile file = PlainFile.read("-", new ByteArrayInputStream(scheme));
        MarkingScheme found = SchemeReader.read(file, read.problems().keySet());
        if (found == null) {
            throw new Unreadable(file.faults());
        }
        return found;
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
