package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GidsTest {

    private static final int LONGEST = 199; // GIDSIZE of PostgreSQL, without the byte that ends it

    private final Gids gids = new Gids(NodeName.of("node-1"));

    @Test
    void of_longestNodeAndIdentifiers_fitsIntoPostgresql() {
        Gids longest = new Gids(NodeName.of("n".repeat(15)));
        BranchId branch = BranchId.of(new TestXid(Integer.MIN_VALUE, filled(64), filled(64)));
        assertThat(longest.of(branch)).hasSize(LONGEST);
        assertThat(longest.parse(longest.of(branch))).contains(branch);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 28, 63, 64})
    void parse_ofAnyLength_isTheSameBranch(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int format : new int[] {0, -1, 131077, Integer.MAX_VALUE}) {
            Xid xid = new TestXid(format, bytes, bytes);
            BranchId parsed = gids.parse(gids.of(BranchId.of(xid))).orElseThrow();
            assertThat(parsed.getFormatId()).isEqualTo(format);
            assertThat(parsed.getGlobalTransactionId()).isEqualTo(bytes);
            assertThat(parsed.getBranchQualifier()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4711_AAAA_BBBB",
                "duet:node-2:AAAASdc:AAAA",
                "duet:node-1",
                "duet:node-1:",
                "duet:node-1:AAAASdc",
                "duet:node-1:AAAASdc:AAAA:AAAA",
                "duet:node-1:AAAASdc:$$$$",
                "duet:node-1:!:AAAA",
                "duet:node-1::AAAA"
            })
    void parse_notOfThisNode_isNoBranch(String gid) {
        assertThat(gids.parse(gid)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a node", "n'; DROP TABLE t; --", "a:b", "n-that-is-too-long", "Knoten-ä"})
    void nodeName_longOrStrange_isADigestThatNeedsNoQuoting(String node) {
        assertThat(NodeName.of(node).text()).matches("~[A-Za-z0-9_-]{14}");
        assertThat(NodeName.of(node)).isEqualTo(NodeName.of(node));
        assertThat(NodeName.of(node)).isNotEqualTo(NodeName.of(node + '2'));
    }

    @Test
    void prefix_ofATransaction_isThatOfItsBranchesOnly() {
        TestXid xid = TestXid.next();
        GlobalId global = BranchId.of(xid).global();
        assertThat(gids.of(BranchId.of(xid.sibling(7)))).startsWith(gids.prefix(global));
        assertThat(gids.of(BranchId.of(TestXid.next()))).doesNotStartWith(gids.prefix(global));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) -1);
        return bytes;
    }
}
