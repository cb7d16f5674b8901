// A pipeline for each service, of every branch: they share a repository and a Jenkinsfile, and nothing else.
['orders', 'inventory', 'payments'].each { service ->
  multibranchPipelineJob("covenant-${service}") {
    description("Tests, packages and deploys ${service} alone")
    branchSources {
      branchSource {
        source {
          git {
            id("covenant-${service}")
            remote(System.getenv('COVENANT_REPOSITORY'))
            traits {
              gitBranchDiscovery()
              // The schema gate looks for releases: tags, and the commits behind them. By default the plugin fetches no tags.
              cloneOptionTrait {
                extension {
                  noTags(false)
                  shallow(false)
                  depth(0)
                  reference('')
                  timeout(10)
                }
              }
            }
          }
        }
      }
    }
    factory {
      workflowBranchProjectFactory {
        scriptPath('Jenkinsfile')
      }
    }
    orphanedItemStrategy {
      discardOldItems {
        numToKeep(10)
      }
    }
  }
}
