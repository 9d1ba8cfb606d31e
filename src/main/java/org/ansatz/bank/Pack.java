package org.ansatz.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A bank in one file: a zip archive of its problems, their netlists, and keys. Its first entry names each file with its digest; the
 * digest of that list is that of the pack. Nothing else may be in it, and equal banks make equal packs, byte for byte.
 *
 * @param files what each file holds, by its path with slashes: {@code problems/circuits/divider.yaml}
 */
public record Pack(Map<String, byte[]> files) {

    /** How the names of packs end. */
    public static final String ENDING = ".ansatz";

    private static final String LIST = "ansatz-pack";
    private static final String HEADING = "ansatz pack 1";

    /** How a file or folder in a pack may be called. */
    static final String NAME_OF_FILE = "[\\p{L}\\p{N}_][\\p{L}\\p{N} ._()+-]*";

    private static final Pattern NAME = Pattern.compile("(problems|answers)(/" + NAME_OF_FILE + ")+");
    private static final int MAX_FILES = 100_000;
    private static final long MAX_BYTES = 1L << 28;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Sorts. */
    public Pack {
        files = new LinkedHashMap<>(new TreeMap<>(files));
    }

    /**
     * The pack of a bank.
     *
     * @throws IOException in a sentence, if a file cannot be read, or is called as none in a pack may be
     */
    public static Pack of(BankFolder bank) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        add("problems/", bank.problems(), files);
        if (bank.answers() != null && Files.isDirectory(bank.answers())) {
            add("answers/", bank.answers(), files);
        }
        Pack pack = new Pack(files);
        if (pack.problems() == 0) {
            throw new IOException("there is no problem in " + bank.problems());
        }
        return pack;
    }

    private static void add(String prefix, Path folder, Map<String, byte[]> files) throws IOException {
        for (FoundFile file : FolderWalk.withNetlists(folder, (path, fault) -> {})) {
            String name = prefix + folder.relativize(file.path()).toString().replace('\\', '/');
            if (Neighbours.isNetlist(name) && !isName(name)) {
                continue; // no problem can name it
            }
            require(isName(name), "a file cannot be called '" + name + "' in a pack");
            files.put(name, Files.readAllBytes(file.path()));
        }
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && (ProblemIds.isProblem(name) || Neighbours.isNetlist(name));
    }

    /** How many of its files may hold problems. */
    public long problems() {
        return files.keySet().stream()
                .filter(name -> name.startsWith("problems/") && ProblemIds.isProblem(name))
                .count();
    }

    private static void require(boolean fulfilled, String otherwise) throws IOException {
        if (!fulfilled) {
            throw new IOException(otherwise);
        }
    }

    /** By what this pack is told from any other: 64 hexadecimal digits. */
    public String digest() {
        return sha256(list().getBytes(StandardCharsets.UTF_8));
    }

    private String list() {
        StringBuilder list = new StringBuilder(HEADING).append('\n');
        files.forEach((name, bytes) ->
                list.append(sha256(bytes)).append("  ").append(name).append('\n'));
        return list.toString();
    }

    /** Writes it. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, LIST, list().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            entry(zip, file.getKey(), file.getValue());
        }
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a pack. No more than its list names is read, whatever the archive says of itself, and nothing is written anywhere.
     *
     * @throws IOException in a sentence, if it is none, is damaged, or holds what a pack may not
     */
    public static Pack read(InputStream in) throws IOException {
        try {
            ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            ZipEntry first = zip.getNextEntry();
            require(
                    first != null && first.getName().equals(LIST),
                    "it is no pack: it does not begin with a list of its files");
            long[] left = {MAX_BYTES};
            Map<String, String> digests = digests(new String(content(zip, left), StandardCharsets.UTF_8));
            Map<String, byte[]> files = new TreeMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String digest = digests.get(entry.getName());
                require(digest != null, "'" + entry.getName() + "' is not in the list of its files");
                byte[] bytes = content(zip, left);
                require(sha256(bytes).equals(digest), "'" + entry.getName() + "' is damaged: its digest is another");
                files.put(entry.getName(), bytes);
            }
            for (String name : digests.keySet()) {
                require(files.containsKey(name), "'" + name + "' is missing");
            }
            return new Pack(files);
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> digests(String list) throws IOException {
        List<String> lines = list.lines().toList();
        require(!lines.isEmpty() && lines.get(0).equals(HEADING), "it is no pack of a kind that is known here");
        require(lines.size() <= MAX_FILES + 1, "it has more than " + MAX_FILES + " files");
        Map<String, String> digests = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("  ", 2);
            boolean isFile = parts.length == 2 && isName(parts[1]) && !parts[1].contains("..");
            require(isFile, "a line of its list is not understood: '" + line + "'");
            digests.put(parts[1], parts[0]);
        }
        return digests;
    }

    /** An entry, which may be larger than it says. */
    private static byte[] content(InputStream zip, long[] left) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 14];
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
            left[0] -= read;
            require(left[0] >= 0, "it has more than " + MAX_BYTES + " bytes once unpacked");
            bytes.write(block, 0, read);
        }
        return bytes.toByteArray();
    }

    /**
     * Lays its files into a folder, in place of those of another pack that lie there.
     *
     * @return the bank that they are
     * @throws IOException if they cannot be written
     */
    public BankFolder unpack(Path folder) throws IOException {
        Path mark = folder.resolve(LIST);
        if (!list().equals(marked(mark))) {
            Files.deleteIfExists(mark);
            clear(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            Files.createDirectories(folder.resolve("answers"));
            Files.writeString(mark, list());
        }
        return BankFolder.whole(folder);
    }

    private static @Nullable String marked(Path mark) {
        try {
            return Files.readString(mark);
        } catch (IOException e) {
            return null; // nothing is there yet
        }
    }

    private static void clear(Path folder) throws IOException {
        for (String part : List.of("problems", "answers")) {
            if (Files.isDirectory(folder.resolve(part))) {
                for (FoundFile file : FolderWalk.withNetlists(folder.resolve(part), (path, fault) -> {})) {
                    Files.delete(file.path());
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
