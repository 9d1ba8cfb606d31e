package org.ansatz.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ansatz.bank.Pack;
import org.ansatz.files.WholeFile;
import org.ansatz.report.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz pack FILE}. */
final class PackCommand extends Command {

    private final Environment environment;

    PackCommand(Environment environment) {
        super("pack", "Makes one file of a bank, which --bank reads anywhere.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter("FILE", "The file to write; its name ends in " + Pack.ENDING + "."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws IOException {
        String name = given.matchedPositionalValue(0, "");
        if (!name.endsWith(Pack.ENDING)) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "the name of a pack ends in " + Pack.ENDING + ", and '" + Style.safe(name) + "' does not");
        }
        Path file = path(name);
        WholeFile.require(file);
        Pack pack = Pack.of(environment.bank());
        WholeFile.write(file, pack::write);
        long problems = pack.problems();
        environment
                .out()
                .println(Style.safe(problems + (problems == 1 ? " problem" : " problems") + " packed into " + file
                        + ", digest " + pack.digest()));
        return Exit.OK;
    }
}
