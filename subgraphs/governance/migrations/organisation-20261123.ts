import { Migration } from '@mikro-orm/migrations';

/** Names of divisions and departments, by code: who looked is told in words also while their own registers do not answer. */
export class Migration20261123Organisation extends Migration {
  override up(): void {
    this.addSql('create table organisation (code text collate "C" primary key, name text not null)');
  }
}
