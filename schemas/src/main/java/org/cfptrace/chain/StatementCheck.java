package org.cfptrace.chain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.AudienceClaim;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.StatementClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/** A copy says what its issuer stated to itself, claim by claim. */
final class StatementCheck {
  /** What is of one recipient, or about one copy; of the product, the customer's own number. */
  private static final Set<ClaimName> OF_ONE_COPY =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.AUDIENCE,
          ClaimName.STATEMENT,
          ClaimName.SUPERSEDES,
          ClaimName.TERMS,
          ClaimName.ATTEST);

  /** Everything else is the same in every copy, also what a later version will say. */
  private static final Set<ClaimName> SAME = EnumSet.complementOf(EnumSet.copyOf(OF_ONE_COPY));

  /** What an auditor must see of every declaration. */
  private static final Set<ClaimName> NEEDED =
      EnumSet.of(
          ClaimName.PRODUCT, ClaimName.TOTAL, ClaimName.PERIOD, ClaimName.METHOD, ClaimName.OWN);

  private StatementCheck() {}

  static void checkShown(VerifiedDeclaration declaration) {
    for (ClaimName name : NEEDED) {
      Broken.unless(
          declaration.shown().contains(name), Reason.CLAIM_NOT_SHOWN, "claim " + name.jsonName());
    }
  }

  /** Whether it was made for its own issuer. */
  static boolean isSelfDeclaration(VerifiedDeclaration declaration) {
    return recipientIs(declaration, declaration);
  }

  /** Whether its issuer says that an aggregator has worked it out. */
  static boolean isWorkedOutElsewhere(VerifiedDeclaration declaration) {
    return declaration
        .claim(ClaimName.EXT)
        .filter(claim -> claim.toJson().has(FootprintProposalBody.ORIGIN))
        .isPresent();
  }

  /** The id of the statement behind a declaration: of a self-declaration, its own. */
  static Optional<DeclarationId> statementOf(VerifiedDeclaration declaration) {
    return isSelfDeclaration(declaration)
        ? Optional.of(declaration.id())
        : declaration
            .claim(ClaimName.STATEMENT)
            .map(claim -> ((StatementClaim) claim).declarationId());
  }

  /** The declaration that this one says to correct. */
  static Optional<DeclarationId> correctedBy(VerifiedDeclaration declaration) {
    return declaration
        .claim(ClaimName.SUPERSEDES)
        .map(claim -> ((SupersedesClaim) claim).declarationId());
  }

  static void check(VerifiedDeclaration copy, VerifiedDeclaration statement) {
    Broken.unless(
        statementOf(copy).filter(statement.id()::equals).isPresent(),
        Reason.STATEMENT_DIFFERS,
        "the copy names another statement than the one shown");
    Broken.unless(
        isSelfDeclaration(statement),
        Reason.STATEMENT_DIFFERS,
        "the statement was not made for its own issuer");
    Broken.unless(
        plain(copy).equals(plain(statement)), Reason.STATEMENT_DIFFERS, "claim product differs");
    for (ClaimName name : SAME) {
      Optional<Claim> said = copy.claim(name);
      Broken.unless(
          said.equals(statement.claim(name)),
          Reason.STATEMENT_DIFFERS,
          "claim " + name.jsonName() + " differs");
    }
  }

  /** The product without the number its customer gave it. */
  private static Optional<ProductClaim> plain(VerifiedDeclaration declaration) {
    return declaration
        .product()
        .map(
            product ->
                new ProductClaim(
                    product.traceId(),
                    Optional.empty(),
                    product.productName(),
                    product.category(),
                    product.unit(),
                    product.massPerUnit()));
  }

  private static boolean recipientIs(VerifiedDeclaration declaration, VerifiedDeclaration issued) {
    return declaration
        .claim(ClaimName.AUDIENCE)
        .filter(claim -> ((AudienceClaim) claim).recipient().equals(issued.issuer()))
        .isPresent();
  }
}
